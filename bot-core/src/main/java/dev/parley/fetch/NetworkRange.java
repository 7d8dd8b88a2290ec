package dev.parley.fetch;

import java.math.BigInteger;
import java.net.InetAddress;

/// Network addresses that begin alike, and who is behind them.
record NetworkRange(InetAddress first, int bits, Reach reach) {
  /// @param range as it is usually written, such as `10.0.0.0/8`
  static NetworkRange of(String range, Reach reach) {
    int slash = range.indexOf('/');
    return new NetworkRange(
        InetAddress.ofLiteral(range.substring(0, slash)),
        Integer.parseInt(range.substring(slash + 1)),
        reach);
  }

  boolean holds(byte[] address) {
    byte[] own = first.getAddress();
    return own.length == address.length
        && new BigInteger(1, own).xor(new BigInteger(1, address)).bitLength()
            <= own.length * Byte.SIZE - bits;
  }
}
