package dev.parley.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/// Says to people and models why something was not asked, or not answered. Nothing of what a
/// machine or a name server told is in it.
final class Reasons {
  static final Fetched NO_ADDRESS =
      new Fetched.Refused("This is no address of the web: one begins with http:// or https://.");
  static final Fetched LOGIN =
      new Fetched.Refused("An address with a name and a password in it is not asked.");
  static final Fetched UNCLEAR =
      new Fetched.Refused(
          "The host of this address is written in a way that can be read as another one.");
  static final Fetched PORT =
      new Fetched.Refused("The port of this address is not one that web servers use.");
  static final Fetched NOT_PUBLIC =
      new Fetched.Refused("This address is not on the public internet, and may not be asked.");
  static final Fetched NOT_HERE =
      new Fetched.Refused("This host may not be asked: the settings of this bot leave it out.");
  static final Fetched DOWNGRADE =
      new Fetched.Refused("It leads from a safe connection to one that is not.");
  static final Fetched LEAVES_THE_WEB =
      new Fetched.Refused("It leads to something that is no address of the web.");
  static final Fetched BODY_ELSEWHERE =
      new Fetched.Refused("It would have what was sent to it sent on to another host.");
  static final Fetched UNSENDABLE =
      new Fetched.Refused("The method or a header of this request is none that can be sent.");

  static final Fetched UNKNOWN_HOST =
      new Fetched.Failed("There is no host of this name, or nobody tells where it is.");
  static final Fetched NO_END =
      new Fetched.Failed("It leads from one address to the next without an end.");
  static final Fetched TOO_SLOW = new Fetched.Failed("It did not answer in time.");
  static final Fetched STOPPED = new Fetched.Failed("Asking was stopped.");
  static final Fetched PACKED =
      new Fetched.Failed("It answered in a packing that was not asked for.");

  private Reasons() {}

  /// Why a request broke off.
  static Fetched of(IOException broken) {
    return switch (broken) {
      case RefusedConnectionException _ -> NOT_PUBLIC;
      case SSLException _ ->
          new Fetched.Failed(
              "No safe connection can be made: the host's certificate or its TLS is not in order.");
      case ConnectException _ -> unreachable();
      case NoRouteToHostException _ -> unreachable();
      case SocketTimeoutException _ -> unreachable();
      default ->
          new Fetched.Failed("The connection broke off, or what came was no answer of HTTP.");
    };
  }

  private static Fetched unreachable() {
    return new Fetched.Failed("The host cannot be reached.");
  }
}
