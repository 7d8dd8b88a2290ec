package dev.parley.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.attachment.AttachmentContent;
import dev.parley.identity.Place;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.message.InboundMessage;
import dev.parley.message.Reply;
import dev.parley.message.ReplyFile;
import dev.parley.platform.DeliveryException;
import dev.parley.testkit.attachment.SomePicture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How a bot says something without being asked, and what it knows of people and channels, on each
/// platform.
abstract class UnaskedContract extends ReplyActionsContract {
  private static final String NOWHERE = "no such channel";

  private InboundMessage heard() {
    return asked("Hello").message();
  }

  private static Place nowhere(InboundMessage message) {
    return new Place(message.place().tenant(), NOWHERE, Optional.empty(), false);
  }

  private static void assertUndelivered(ThrowingCallable delivery) {
    assertThatThrownBy(delivery)
        .isInstanceOfSatisfying(
            DeliveryException.class, failed -> assertThat(failed.retriable()).isFalse());
  }

  @Test
  @DisplayName("A post stands where it was meant to, with buttons that work")
  void posts() {
    InboundMessage message = heard();

    stage.adapter().post(message.place(), Reply.notice("Half is spent.").withActions(List.of(ASK)));

    assertThat(stage.shown()).containsExactly(new PlatformStage.ShownReply("Half is spent.", true));
    assertThat(pressed("Ask for more", "/quota request").place()).isEqualTo(message.place());
  }

  @Test
  @DisplayName("A post brings its files along, and tells of those that are not kept any more")
  void postsFiles() {
    handler.keep(SomePicture.RED);
    InboundMessage message = heard();

    stage
        .adapter()
        .post(
            message.place(),
            Reply.answer("Here.")
                .with(List.of(picture(SomePicture.RED), picture(SomePicture.BLUE))));

    assertThat(stage.shownFiles()).containsExactly(SomePicture.RED.sha256());
    assertThat(stage.shown())
        .extracting(PlatformStage.ShownReply::text)
        .anyMatch(text -> text.contains(ReplyFile.FORGOTTEN));
  }

  private static ReplyFile picture(AttachmentContent content) {
    return new ReplyFile(SomePicture.file("chart.png", content), "A chart");
  }

  @Test
  @DisplayName("A person is told where the platform can, and it says so where it cannot")
  void tells() {
    InboundMessage message = heard();
    UserId person = message.author().id();
    Reply reply = Reply.notice("Granted.").withActions(List.of(ASK));

    if (stage.adapter().capabilities().tells()) {
      stage.adapter().tell(message.place().tenant(), person, reply);
      assertThat(stage.told()).extracting(PlatformStage.ShownReply::text).contains("Granted.");
      pressed("Ask for more", "/quota request");
    } else {
      assertUndelivered(() -> stage.adapter().tell(message.place().tenant(), person, reply));
      assertThat(stage.told()).isEmpty();
      assertThat(stage.shown()).isEmpty();
    }
  }

  @Test
  @DisplayName("What cannot be said anywhere, or to nobody, is not said in silence")
  void nobodyThere() {
    InboundMessage message = heard();
    Reply reply = Reply.notice("Hello?");

    assertUndelivered(() -> stage.adapter().post(nowhere(message), reply));
    assertUndelivered(
        () -> stage.adapter().tell(message.place().tenant(), new UserId("nobody"), reply));
  }

  @Test
  @DisplayName("What is said unasked calls nobody, and shows nothing that loads by itself")
  void harmlessPosts() {
    InboundMessage message = heard();
    Reply hostile =
        Reply.notice("@everyone <!channel> <@&1> https://evil.test/p.png <img src=x onerror=a>");

    stage.adapter().post(message.place(), hostile);
    if (stage.adapter().capabilities().tells()) {
      stage.adapter().tell(message.place().tenant(), message.author().id(), hostile);
    }

    assertThat(stage.dangers()).isEmpty();
  }

  @Test
  @DisplayName("A channel has a name for people; its id stands for one that nobody knows")
  void channelNames() {
    InboundMessage message = heard();

    assertThat(stage.adapter().channelName(message.place()))
        .isNotBlank()
        .satisfiesAnyOf(
            name -> assertThat(name).isEqualTo("direct message"),
            name -> assertThat(name).startsWith("#"));
    assertThat(stage.adapter().channelName(nowhere(message))).isEqualTo(NOWHERE);
    stage.adapter().close();
    assertThatCode(() -> stage.adapter().channelName(message.place())).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("A message tells which groups its author is in, where the platform knows them")
  void groups() {
    Set<String> groups = stage.join("editors");

    assertThat(heard().groups()).isEqualTo(groups);
    assertThat(groups).matches(some -> some.isEmpty() || stage.adapter().capabilities().groups());
  }

  @Test
  @DisplayName("The groups of somebody are known without their saying anything")
  void groupsOfOthers() {
    Set<String> groups = stage.join("editors");
    InboundMessage message = heard();
    TenantId tenant = message.place().tenant();

    assertThat(stage.adapter().groups(tenant, message.author().id())).contains(groups);
    assertThat(stage.adapter().groups(tenant, new UserId("nobody"))).contains(Set.of());
  }
}
