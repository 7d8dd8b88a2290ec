-- What a tenant may spend of the whole bot's limit, and what it has spent or reserved of that.
local counter, unit = ARGV[1], ARGV[2]
local portion = redis.call('HMGET', key('portion', counter), 'epoch', unit)
return { portion[1] or '0', portion[2] or '0',
  whole(counted(counter, unit) + counted(counter, unit .. '-held')) }
