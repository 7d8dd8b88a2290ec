package dev.parley.discord.event;

import static dev.parley.discord.event.Payloads.ANN;
import static dev.parley.discord.event.Payloads.THE_BOT;
import static dev.parley.discord.event.Payloads.author;
import static dev.parley.discord.event.Payloads.inChannel;
import static dev.parley.discord.event.Payloads.json;
import static dev.parley.discord.event.Payloads.map;
import static dev.parley.discord.event.Payloads.mapper;
import static dev.parley.discord.event.Payloads.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.attachment.AttachmentRef;
import dev.parley.identity.MessageId;
import dev.parley.message.Addressing;
import dev.parley.message.InboundMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What a message in Discord tells")
final class MessageContentTest {
  @Nested
  @DisplayName("is said")
  class Said {
    @Test
    @DisplayName("in a thread, which is a conversation of its own")
    void thread() {
      InboundMessage message = map(inChannel("30", ANN + ",'content':'and then?'")).orElseThrow();

      assertThat(message.addressing()).isEqualTo(Addressing.THREAD);
      assertThat(message.place().channel()).isEqualTo("20");
      assertThat(message.place().thread()).contains(new MessageId("30"));
    }

    @Test
    @DisplayName("as the first message of a forum's post, whose title belongs to it")
    void forum() {
      String first = inChannel("40", ANN + ",'content':'please help'");

      assertThat(map(first.replace("1300000000000000001", "40")).orElseThrow().text())
          .isEqualTo("[My post]\nplease help");
      assertThat(map(first).orElseThrow().text()).isEqualTo("please help");
    }

    @Test
    @DisplayName("where it is answered: under it, or in a thread that it opens")
    void address() {
      InboundMessage plain = said("'content':'<@900> hi','mentions':[{'id':'900'}]");
      InboundMessage opening =
          mapper(true).message(json(inChannel("20", ANN + ",'content':'<@900> hi'"))).orElseThrow();

      assertThat(ReplyAddress.of(plain.replyAddress()))
          .isEqualTo(ReplyAddress.under("20", "1300000000000000001", "77"));
      ReplyAddress thread = ReplyAddress.of(opening.replyAddress());
      assertThat(thread.opensThread()).isTrue();
      assertThat(thread.title()).isEqualTo("hi");
      assertThat(opening.place().thread()).contains(opening.id());
    }

    @Test
    @DisplayName("by who is called so in the guild, else everywhere, else by account")
    void names() {
      assertThat(said("'content':'hi','member':{'nick':'Annie'}").author().name())
          .isEqualTo("Annie");
      assertThat(said("'content':'hi','member':{'nick':null}").author().name()).isEqualTo("Ann");
      String account = author("'id':'77','username':'ann.x','global_name':null");
      assertThat(map(inChannel("20", account + ",'content':'hi'")).orElseThrow().author().name())
          .isEqualTo("ann.x");
    }
  }

  @Nested
  @DisplayName("carries")
  class Carries {
    private static String file(String name) {
      return "'attachments':[{'id':'8','filename':'"
          + name
          + "','content_type':'image/png; charset=x','size':3,'url':'https://cdn/x'}]";
    }

    @Test
    @DisplayName("its files, those of what it replies to, and those that it forwards")
    void files() {
      String reply =
          "'referenced_message':{'id':'5','channel_id':'20',"
              + ANN
              + ",'content':'look',"
              + file("a.png")
              + "},";
      String forward =
          "'message_snapshots':[{'message':{'content':'','type':0," + file("b.png") + "}}],";
      String whole = inChannel("20", ANN + "," + reply + forward + file("c.png"));

      InboundMessage message = map(whole.replaceFirst("'type':0", "'type':19")).orElseThrow();

      assertThat(message.attachments())
          .extracting(AttachmentRef::name)
          .containsExactly("c.png", "b.png", "a.png");
      assertThat(message.attachments().getFirst().mediaType()).isEqualTo("image/png");
      assertThat(message.text()).contains("[in reply to Ann: look]", "[forwarded: without words]");
    }

    @Test
    @DisplayName("not the bot's own files, where it replies to an answer")
    void ownFiles() {
      String reply =
          "'referenced_message':{'id':'5','channel_id':'20',"
              + THE_BOT
              + ",'content':'long',"
              + file("answer.md")
              + "},";
      String whole = inChannel("20", ANN + "," + reply + "'content':'shorter'");

      InboundMessage message = map(whole.replaceFirst("'type':0", "'type':19")).orElseThrow();

      assertThat(message.attachments()).isEmpty();
    }

    @Test
    @DisplayName("what it forwards, and stickers by their names")
    void forwards() {
      InboundMessage message =
          said(
              "'content':'','message_snapshots':[{'message':{'content':'news'}}],"
                  + "'sticker_items':[{'name':'Wave'}]");

      assertThat(message.text()).isEqualTo("[forwarded: news]\n\n[sticker: Wave]");
    }

    @Test
    @DisplayName("what is forwarded by the message that it replies to, with its files")
    void repliesToForward() {
      String reply =
          "'referenced_message':{'id':'5','channel_id':'20',"
              + ANN
              + ",'content':'','message_snapshots':[{'message':{'content':'news',"
              + file("a.png")
              + "}}]},";
      String whole = inChannel("20", ANN + "," + reply + "'content':'is it true?'");

      InboundMessage message = map(whole.replaceFirst("'type':0", "'type':19")).orElseThrow();

      assertThat(message.text()).isEqualTo("[in reply to Ann: [forwarded: news]]\n\nis it true?");
      assertThat(message.attachments()).extracting(AttachmentRef::name).containsExactly("a.png");
    }

    @Test
    @DisplayName("a voice message without words")
    void voice() {
      InboundMessage message =
          said(
              "'content':'','flags':8192,'attachments':[{'id':'8','filename':'voice.ogg',"
                  + "'content_type':'audio/ogg','size':3,'url':'https://cdn/x'}]");

      assertThat(message.text()).isEqualTo("(no words)");
      assertThat(message.attachments())
          .extracting(AttachmentRef::mediaType)
          .containsExactly("audio/ogg");
    }
  }
}
