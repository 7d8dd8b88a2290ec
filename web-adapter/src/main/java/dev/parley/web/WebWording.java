package dev.parley.web;

/// The sentences that the web adapter itself says to people.
final class WebWording {
  static final String STORE_AWAY =
      "Messages cannot be stored at the moment. Yours is kept here and sent again by itself.";
  static final String NOT_OPEN =
      "Parley is just starting or stopping. Please try again in a moment.";
  static final String ROOM_FULL =
      "Too many messages wait in this room, so this one will not be answered yet. Please send it"
          + " again in a moment.";
  static final String NOT_YOURS = "Only the person who asked can stop this answer.";
  static final String NOT_RUNNING = "This answer is not being written any more.";
  static final String BUSY = "Too many requests run at the moment. Please try again shortly.";
  static final String NO_ANSWER = "There is no answer to this now. Please try again.";

  static final String FILE_GONE =
      "A file of this message is not kept any more. Please add it again.";
  static final String TOO_MUCH_OF_YOURS =
      "You have uploaded many files that you did not send. Please send or remove some first.";
  static final String TOO_MUCH_OF_ALL =
      "Too many files wait to be sent here at the moment. Please try again later.";
  static final String NO_FILES_FOR_COMMANDS =
      "This command takes no files. Please remove them, or begin your message without a slash.";

  private WebWording() {}
}
