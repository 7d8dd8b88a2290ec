package dev.parley.redis;

import dev.parley.identity.Place;
import dev.parley.identity.TenantId;

/// The names of things in Redis. All keys of a tenant begin with its hash tag, so they share one
/// slot of a cluster and no two tenants share a key.
record RedisKeys(String prefix) {
  /// What all keys of a tenant begin with; the scripts append the rest.
  String tenant(TenantId tenant) {
    return prefix + ":{" + tenant.platform() + "/" + escaped(tenant.id()) + "}";
  }

  private static String escaped(String id) {
    return id.replace("%", "%25").replace("{", "%7B").replace("}", "%7D");
  }

  /// What one instance at a time sees to.
  String duty(String name) {
    return prefix + ":duty:" + name;
  }

  /// The set of all tenants that ever wrote.
  String tenants() {
    return prefix + ":tenants";
  }

  /// What is handed out of a limit of the whole bot.
  String pool(String counter) {
    return prefix + ":{pool}:" + counter;
  }

  /// The set of all tenants that have or had documents.
  String knowledgeTenants() {
    return prefix + ":knowledge-tenants";
  }

  /// All tenants by when their jobs are to be looked at; what else is counted for it shares its
  // slot.
  String ingestTenants() {
    return prefix + ":{ingest}:tenants";
  }

  /// Where changes of documents are made known.
  String knowledgeTopic() {
    return prefix + ":knowledge-topic";
  }

  /// Where is made known that a document is to be read in.
  String ingestTopic() {
    return prefix + ":ingest-topic";
  }

  /// Where work and stops are made known.
  String inboxTopic() {
    return prefix + ":inbox-topic";
  }

  /// Where changes in rooms are made known.
  String roomsTopic() {
    return prefix + ":rooms-topic";
  }

  /// What the settings of a place are kept under: its channel.
  static String channel(Place place) {
    return place.channel();
  }
}
