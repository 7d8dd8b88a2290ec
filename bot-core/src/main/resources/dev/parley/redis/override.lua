-- Sets something for a channel, or goes back to its default where no value is given. Settings of
-- direct messages name their owner.
local settings, word, value, owner = key('settings', ARGV[1]), ARGV[2], ARGV[3], ARGV[4]
if not value then
  redis.call('HDEL', settings, word)
  if redis.call('HLEN', settings) == 1 then
    redis.call('HDEL', settings, 'owner')
  end
elseif owner == '' then
  redis.call('HSET', settings, word, value)
else
  redis.call('HSET', settings, word, value, 'owner', owner)
end
return 'set'
