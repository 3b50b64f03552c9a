//! `tutela account`: one-time links for new accounts.

use crate::failure::Failure;
use crate::serve::Opening;
use clap::{Args, Subcommand};
use std::process::ExitCode;
use tutela_domain::entry::Role;

#[derive(Subcommand)]
pub enum AccountAct {
    /// Prints a one-time link by which one person makes an account.
    Invite(Invite),
}

#[derive(Args)]
pub struct Invite {
    #[command(flatten)]
    opening: Opening,
    /// The role: caseworker or supervisor.
    #[arg(long, default_value = "caseworker")]
    role: String,
}

impl AccountAct {
    pub fn run(self) -> Result<ExitCode, Failure> {
        let Self::Invite(invite) = self;
        let role = Role::of(&invite.role).ok_or_else(|| {
            Failure(format!(
                "there is no role `{}`: give caseworker or supervisor",
                invite.role
            ))
        })?;
        let app = invite.opening.open(false)?;
        let token = app.invite(role)?;
        say!("/first-account/{}", token.as_str());
        say!("Put the address of your Tutela before it. The link works once, within 24 hours.");
        Ok(ExitCode::SUCCESS)
    }
}
