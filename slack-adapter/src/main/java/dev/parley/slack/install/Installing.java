package dev.parley.slack.install;

import dev.parley.platform.GroupsWanted;
import dev.parley.platform.Installations;
import dev.parley.platform.SealedInstallations;
import dev.parley.slack.SlackSettings;
import dev.parley.slack.api.SlackClient;
import dev.parley.slack.workspace.InstallationBook;
import dev.parley.slack.workspace.InstalledWorkspaces;
import java.time.Clock;

/// What there is where people install the bot by themselves.
public record Installing(InstalledWorkspaces workspaces, InstallPages pages) {
  /// All of it.
  public static Installing of(
      SlackSettings.OAuth oauth,
      Installations store,
      SlackClient slack,
      GroupsWanted groups,
      Clock clock) {
    Installations sealed = new SealedInstallations(store, oauth.vault());
    InstallationBook book =
        new InstallationBook(sealed, slack, oauth.clientId(), oauth.clientSecret(), clock);
    InstalledWorkspaces workspaces = new InstalledWorkspaces(book, slack, groups);
    return new Installing(
        workspaces,
        new InstallPages(sealed, book, workspaces, oauth.clientId(), oauth.publicUrl()));
  }
}
