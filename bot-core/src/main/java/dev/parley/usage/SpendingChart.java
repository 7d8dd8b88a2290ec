package dev.parley.usage;

import dev.parley.attachment.AttachmentContent;

/// Draws what was spent, as a picture that stands beside the same figures in words.
public interface SpendingChart {
  /// The picture, as PNG. Blocks while others are drawn, for a bounded time.
  ///
  /// @throws ChartUnavailableException where no picture can be had; the figures do without then
  AttachmentContent paint(Spending spending);
}
