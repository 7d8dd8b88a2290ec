package dev.parley.gemini;

import com.google.genai.errors.ApiException;
import dev.parley.model.CallMeter;
import dev.parley.usage.TokenUsage;
import java.net.ConnectException;
import java.net.UnknownHostException;

/// Tells the meter how a call ended: what Gemini counted, or what is known where it broke off.
final class Billing {
  private Billing() {}

  static void ended(CallMeter.Call call, AnswerAssembly assembly) {
    if (!assembly.isCounted()) {
      call.brokeOff(TokenUsage.NONE);
    } else {
      call.took(assembly.usage());
    }
  }

  static void failed(CallMeter.Call call, AnswerAssembly assembly, RuntimeException error) {
    if (assembly.isFinished()) {
      ended(call, assembly);
    } else if (!assembly.isCounted() && billsNothing(error)) {
      call.notBilled();
    } else {
      call.brokeOff(assembly.isCounted() ? assembly.usage() : TokenUsage.NONE);
    }
  }

  /// Requests that Gemini refuses, or that never reached it, are not billed.
  static boolean billsNothing(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiException
          || cause instanceof ConnectException
          || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }
}
