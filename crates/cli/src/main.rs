//! The `tutela` command. Exit codes: 0, all is well; 1, something was found (a difference, a fault,
//! a mistake in a pack); 2, it could not be done.

#[macro_use]
mod failure;

mod account;
mod backup;
mod built_in;
mod checkpoint;
mod demo;
mod key;
mod move_data;
mod pack;
mod place;
mod rebuild;
mod recover;
mod scenario;
mod serve;
mod verify;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;

/// Software for a country's child-protection mechanism for trafficked children.
#[derive(Parser)]
#[command(name = "tutela", version, about, long_about = None)]
struct Command {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Starts Tutela for real work: makes keys and database at the first start.
    Serve(serve::Serve),
    /// Starts Tutela with invented cases, to try it and to learn.
    Demo(demo::Demo),
    /// Plays stories: cases with dates that must come out right.
    #[command(subcommand)]
    Scenario(scenario::Scenario),
    /// Checks and shows protocol packs.
    #[command(subcommand)]
    Pack(pack::PackAct),
    /// Finds any entry that was changed, is missing or was cut, without a key.
    Verify(verify::Verify),
    /// Writes a signed checkpoint: kept elsewhere, it shows later that nothing was cut or put back.
    Checkpoint(checkpoint::MakeCheckpoint),
    /// Writes the data into one file, while Tutela runs.
    Backup(backup::Backup),
    /// Makes data of a backup, in a folder or database that holds none, with its key or with the recovery key.
    Restore(backup::Restore),
    /// Gives the data new keys.
    #[command(subcommand)]
    Key(key::KeyAct),
    /// Makes the rows of lists anew from the entries, and puts right those that differ.
    Rebuild(rebuild::Rebuild),
    /// Opens the data with the recovery key, and gives them a new key file.
    Recover(recover::Recover),
    /// Moves the data from a folder to a PostgreSQL database, or back: all of it or nothing.
    Move(move_data::Move),
    /// Makes one-time links for new accounts.
    #[command(subcommand)]
    Account(account::AccountAct),
}

fn main() -> ExitCode {
    let done = match Command::parse().act {
        Act::Serve(serve) => serve.run(),
        Act::Demo(demo) => demo.run(),
        Act::Scenario(scenario) => scenario.run(),
        Act::Pack(pack) => pack.run(),
        Act::Verify(verify) => verify.run(),
        Act::Checkpoint(checkpoint) => checkpoint.run(),
        Act::Backup(backup) => backup.run(),
        Act::Restore(restore) => restore.run(),
        Act::Key(key) => key.run(),
        Act::Rebuild(rebuild) => rebuild.run(),
        Act::Recover(recover) => recover.run(),
        Act::Move(moving) => moving.run(),
        Act::Account(account) => account.run(),
    };
    match done {
        Ok(code) => code,
        Err(Failure(what)) => {
            eprintln!("tutela: {what}");
            ExitCode::from(2)
        }
    }
}
