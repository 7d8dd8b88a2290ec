-- Takes the drafts of answers to a person away.
local room, user, topic, change = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local drafts = redis.call('HGETALL', key('drafts', room))
for i = 1, #drafts, 2 do
  local read, draft = pcall(cjson.decode, drafts[i + 1]:match('\n(.*)$'))
  if not read or type(draft) ~= 'table' or draft.asker == user then
    redis.call('HDEL', key('drafts', room), drafts[i])
    redis.call('PUBLISH', topic, change)
  end
end
return 'erased'
