-- Takes a draft away.
local room, id, topic, change = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if redis.call('HDEL', key('drafts', room), id) == 1 then
  redis.call('PUBLISH', topic, change)
end
return 'hidden'
