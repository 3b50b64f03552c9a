# The frame of every page, signing in, and errors.

product = Tutela
skip = Skip to the content
places = Main
place-cases = Cases
place-report = Report a child
sign-out = Sign out
hide = Hide screen
state = Status
training = Training data.
training-note = Not a real child.
state-signed-in = { $name }, { $role }
state-session-ends = Your session ends at { $time }.
state-kept = What you typed is kept.

sign-in-title = Sign in
sign-in-account = Account name
sign-in-passphrase = Passphrase
sign-in-button = Sign in
sign-in-wrong = The account name or the passphrase is not right. Check both, and try again.
sign-in-wait = There were too many attempts. Wait for fifteen minutes, then try again.
sign-in-ended = Your session has ended. Sign in again to go on.
sign-in-ended-kept = Your session has ended. Sign in again: what you typed is kept.
demo-title = Demonstration
demo-lead = Choose who you want to be. All children here are invented.

first-title = Make your account
first-lead = This link works once. Colleagues see the account name beside what you record.
first-passphrase-hint = At least { $least } characters. Four or five words that do not belong together are easy to remember.
first-again = The passphrase again
first-button = Make the account
first-name-missing = Enter an account name.
first-passphrase-short = Use a passphrase of { $least } characters or more.
first-passphrases-differ = Type the same passphrase twice.

hidden-title = Notes
hidden-back = Continue

error-home = Go to the first page
error-operation = When you ask for help, give this number: { $operation }. It says nothing about a child.
error-form-expired = This form can no longer be sent
    .remedy = It was opened in another session, or too long ago. Open the page again, and send the form from there.
error-not-found = There is nothing at this address
    .remedy = Check the address. If somebody gave you the link, you may not have access to what it shows.
error-wrong-method = This address cannot be used in this way
    .remedy = Go back, and use the links and buttons of the page.
error-too-large = What you sent is too large
    .remedy = Send less text at once. A form can hold about one million characters.
error-bad-request = The request could not be read
    .remedy = Go back, open the page again, and try once more.
error-timeout = This took too long
    .remedy = Nothing was recorded. Go back, and send the form again.
error-fault = Something went wrong on our side
    .remedy = Nothing was recorded. Go back, and send the form again. If it happens again, tell the person who looks after this system.

error-again = It was not recorded, or we cannot tell. What you typed is kept in this page, and nowhere else: leave the page open. Tell the person who looks after this system, and send it again from here when it works. It is recorded only once.
error-again-send = Send it again

role-caseworker = caseworker
role-supervisor = supervisor
first-passphrase-long = The passphrase is too long. Choose one of at most 500 characters.
first-name-taken = Somebody else signs in with this name. Choose another.
first-link-used = This link was used already, or is older than a day. Ask for a new one.
