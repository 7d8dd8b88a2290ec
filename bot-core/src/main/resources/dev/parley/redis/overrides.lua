-- What was set for a channel.
return redis.call('HGETALL', key('settings', ARGV[1]))
