-- Shows a draft. It carries when it was shown first and until when it is believed.
local room, id, draft, millis, topic, change = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
if redis.call('ZSCORE', key('posted', room), id) then
  return 'posted'
end
local drafts = key('drafts', room)
local before = redis.call('HGET', drafts, id)
local first = before and before:match('^%d+ (%d+)') or string.format('%.0f', now())
redis.call('HSET', drafts, id, string.format('%.0f %s\n', now() + millis, first) .. draft)
redis.call('PEXPIRE', drafts, millis)
redis.call('PUBLISH', topic, change)
return 'shown'
