package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.UserId;
import dev.parley.platform.PlaceReaders;
import dev.parley.platform.Readers;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who reads in rooms")
final class RoomReadersTest {
  private static final String DIRECT = "@12345678";
  private static final UserId ANN = new UserId("ann");

  private final PlaceReaders readers = new RoomReaders();

  @Test
  @DisplayName("everybody reads the rooms that are listed")
  void listed() {
    assertThat(readers.of(new RoomName("lobby").place(Optional.empty())))
        .isEqualTo(new Readers.Everybody());
    assertThat(readers.reads(RoomName.TENANT, ANN, "lobby")).isTrue();
    assertThat(readers.everybodyReads(RoomName.TENANT, "lobby")).isTrue();
  }

  @Test
  @DisplayName("nobody is known to read a room between one person and the bot")
  void direct() {
    assertThat(readers.of(new RoomName(DIRECT).place(Optional.empty())))
        .isEqualTo(new Readers.Open());
    assertThat(readers.reads(RoomName.TENANT, ANN, DIRECT)).isFalse();
    assertThat(readers.everybodyReads(RoomName.TENANT, DIRECT)).isFalse();
  }

  @Test
  @DisplayName("everybody belongs there, and nobody is sure to be who they say")
  void persons() {
    assertThat(readers.belongs(RoomName.TENANT, ANN)).isTrue();
    assertThat(readers.knowsPersons()).isFalse();
  }
}
