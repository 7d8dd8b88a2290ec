package dev.parley.discord.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;

/// Hears what the sessions tell, on the thread that tells it, and hands it on.
public final class Listener extends ListenerAdapter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ABOUT_MESSAGES = "MESSAGE_";

  private final Hearer hearer;

  public Listener(Hearer hearer) {
    this.hearer = hearer;
  }

  /// What is done with what is heard. All but [#message] return at once.
  public interface Hearer {
    /// Something about a message; in Discord's order.
    ///
    /// @param type as Discord names it
    void message(String type, JsonNode data);

    /// Somebody used a command, a menu, a button or a dialog.
    void interaction(GenericInteractionCreateEvent event);

    /// A session is there that has not heard what was said before.
    void begun(JDA session);

    /// A session is over for good.
    void ended(JDA session, CloseCode why);
  }

  @Override
  public void onRawGateway(RawGatewayEvent event) {
    if (event.getType().startsWith(ABOUT_MESSAGES)) {
      hearer.message(event.getType(), JSON.valueToTree(event.getPayload().toMap()));
    }
  }

  @Override
  public void onGenericInteractionCreate(GenericInteractionCreateEvent event) {
    hearer.interaction(event);
  }

  @Override
  public void onReady(ReadyEvent event) {
    hearer.begun(event.getJDA());
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    hearer.begun(event.getJDA());
  }

  @Override
  public void onShutdown(ShutdownEvent event) {
    CloseCode why = event.getCloseCode();
    if (why != null) {
      hearer.ended(event.getJDA(), why);
    }
  }
}
