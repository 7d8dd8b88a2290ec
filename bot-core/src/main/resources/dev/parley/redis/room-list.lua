-- The rooms with posts, the latest first.
return redis.call('ZREVRANGE', tenant .. ':rooms', 0, ARGV[1] - 1)
