package dev.parley.fetch;

import static dev.parley.fetch.Reach.GUARDED;
import static dev.parley.fetch.Reach.NEVER;
import static dev.parley.fetch.Reach.PRIVATE;
import static dev.parley.fetch.Reach.PUBLIC;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Who is behind which network address, by IANA's registries "IPv4 Special-Purpose Address Space"
/// and "IPv6 Special-Purpose Address Space", and by where clouds tell machines their secrets.
final class NetworkRanges {
  private static final int IPV4_BYTES = 4;

  /// Of two that hold an address, the first counts; what none holds is public.
  private static final List<NetworkRange> IPV4 =
      List.of(
          // metadata of Azure, and of Alibaba
          NetworkRange.of("168.63.129.16/32", GUARDED),
          NetworkRange.of("100.100.100.200/32", GUARDED),
          // metadata of most others, and one cable
          NetworkRange.of("169.254.0.0/16", GUARDED),
          NetworkRange.of("127.0.0.0/8", PRIVATE),
          NetworkRange.of("10.0.0.0/8", PRIVATE),
          NetworkRange.of("172.16.0.0/12", PRIVATE),
          NetworkRange.of("192.168.0.0/16", PRIVATE),
          // behind a provider's translation
          NetworkRange.of("100.64.0.0/10", PRIVATE),
          // measuring
          NetworkRange.of("198.18.0.0/15", PRIVATE),
          NetworkRange.of("0.0.0.0/8", NEVER),
          // protocols; documents; relays of 6to4
          NetworkRange.of("192.0.0.0/24", NEVER),
          NetworkRange.of("192.0.2.0/24", NEVER),
          NetworkRange.of("198.51.100.0/24", NEVER),
          NetworkRange.of("203.0.113.0/24", NEVER),
          NetworkRange.of("192.88.99.0/24", NEVER),
          // groups; reserved, and everybody
          NetworkRange.of("224.0.0.0/4", NEVER),
          NetworkRange.of("240.0.0.0/4", NEVER));

  /// Of two that hold an address, the first counts; what none holds is never asked.
  private static final List<NetworkRange> IPV6 =
      List.of(
          // metadata of Amazon, Google, Oracle and Scaleway
          NetworkRange.of("fd00:ec2::/32", GUARDED),
          NetworkRange.of("fd20:ce::/32", GUARDED),
          NetworkRange.of("fd00:c1::/32", GUARDED),
          NetworkRange.of("fd00:42::/32", GUARDED),
          NetworkRange.of("fe80::/10", GUARDED),
          NetworkRange.of("::1/128", PRIVATE),
          NetworkRange.of("fc00::/7", PRIVATE),
          // protocols, Teredo among them; documents; 6to4
          NetworkRange.of("2001::/23", NEVER),
          NetworkRange.of("2001:db8::/32", NEVER),
          NetworkRange.of("3fff::/20", NEVER),
          NetworkRange.of("2002::/16", NEVER),
          NetworkRange.of("2000::/3", PUBLIC));

  /// RFC 6052: an IPv4 address behind a translation, which networks without IPv4 give to all names.
  private static final NetworkRange TRANSLATED = NetworkRange.of("64:ff9b::/96", PUBLIC);

  private NetworkRanges() {}

  static Reach reach(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == IPV4_BYTES ? ofIpv4(bytes) : ofIpv6(bytes);
  }

  private static Reach ofIpv4(byte[] address) {
    return first(IPV4, address, PUBLIC);
  }

  private static Reach ofIpv6(byte[] address) {
    if (TRANSLATED.holds(address)) {
      return ofIpv4(lastFour(address));
    }
    Reach reach = first(IPV6, address, NEVER);
    return reach == PUBLIC && isTunnel(address) ? ofIpv4(lastFour(address)) : reach;
  }

  private static Reach first(List<NetworkRange> ranges, byte[] address, Reach otherwise) {
    return ranges.stream()
        .filter(range -> range.holds(address))
        .findFirst()
        .map(NetworkRange::reach)
        .orElse(otherwise);
  }

  private static byte[] lastFour(byte[] address) {
    return Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length);
  }

  /// RFC 5214, section 6.1: ISATAP, whose last half is `[02]00:5efe` and an IPv4 address.
  private static boolean isTunnel(byte[] address) {
    return (address[8] & ~0x02) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }
}
