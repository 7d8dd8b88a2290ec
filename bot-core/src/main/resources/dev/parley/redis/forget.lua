-- Puts something else in the place of an exchange that a conversation remembers, or nothing.
local history, before, after = key('history', ARGV[1]), ARGV[2], ARGV[3]
outdate(ARGV[1])
if after == '' then
  redis.call('LREM', history, 1, before)
else
  for i, exchange in ipairs(redis.call('LRANGE', history, 0, -1)) do
    if exchange == before then
      redis.call('LSET', history, i - 1, after)
    end
  end
end
return 'forgotten'
