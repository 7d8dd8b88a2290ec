-- What a conversation remembers.
return {
  redis.call('HGET', key('session', ARGV[1]), 'summary') or '',
  redis.call('LRANGE', key('history', ARGV[1]), 0, -1),
}
