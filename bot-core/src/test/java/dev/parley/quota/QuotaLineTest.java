package dev.parley.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A rule as people write it")
class QuotaLineTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '=',
      value = {
        "each user: $2 per day = each user: $2.00 per day",
        "each user $2 a day = each user: $2.00 per day",
        "Each User : $ 2 Per Day = each user: $2.00 per day",
        "each user: 2 USD per day = each user: $2.00 per day",
        "each user: $2 usd per day = each user: $2.00 per day",
        "each user: 0.05$ an hour = each user: $0.05 per hour",
        "each user: $0.000001 per minute = each user: $0.000001 per minute",
        "each user: $1.2345 per week = each user: $1.2345 per week",
        "user <@U1>: 100 requests per day = user U1: 100 requests per day",
        "user <@!123>: 1 request each month = user 123: 1 request per month",
        "user U1: 1 token every minute = user U1: 1 token per minute",
        "group <!subteam^S1|@eng>: 50,000 tokens per day = group S1: 50,000 tokens per day",
        "group <@&99>: 50000 tokens per day = group 99: 50,000 tokens per day",
        "each user of <@&99>: 50_000 tokens per day = each user of 99: 50,000 tokens per day",
        "channel <#C1|general>: $5 per week = channel C1: $5.00 per week",
        "each channel: $5 per week = each channel: $5.00 per week",
        "workspace: unlimited USD per month = workspace: unlimited USD per month",
        "workspace: unlimited requests per month = workspace: unlimited requests per month",
        "workspace: 0 requests per month = workspace: 0 requests per month",
        "bot: $100 per month, then lite from 80% = bot: $100.00 per month, then lite from 80%",
        "bot: $9 per day then lite from 80 % share 30 % = bot: $9.00 per day, then lite from 80%, share 30%",
        "workspace: $9 per day, share 30% = workspace: $9.00 per day, share 30%"
      })
  @DisplayName("is read")
  void read(String line, String text) {
    assertThat(QuotaLine.read(line).map(QuotaRule::text)).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "each user",
        "each user: per day",
        "each user: 2 per day",
        "each user: $2",
        "each user: $2 per year",
        "each user: -$2 per day",
        "each user: $-2 per day",
        "each user: $0.0000001 per day",
        "each user: $1000001 per day",
        "each user: 1.5 requests per day",
        "each user: $2 tokens per day",
        "each user: unlimited per day",
        "each user: $2 per day, share 50%",
        "user U1: $2 per day, share 50%",
        "workspace: $2 per day, share 0%",
        "workspace: $2 per day, share 101%",
        "workspace: $2 per day, then lite from 0%",
        "workspace: $2 per day, then lite from 100%",
        "workspace: $2 per day, then lite",
        "workspace U1: $2 per day",
        "user: $2 per day",
        "everybody: $2 per day",
        "each user: $2 per day for 2d"
      })
  @DisplayName("is none that could be meant in another way")
  void notRead(String line) {
    assertThat(QuotaLine.read(line)).isEmpty();
  }
}
