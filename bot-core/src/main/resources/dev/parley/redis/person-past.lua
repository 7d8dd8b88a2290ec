-- Erases what is kept of a person's answered turns, and what they think of those of others.
local user = ARGV[1]
local erased, ratings = {}, 0
for i = 2, #ARGV do
  local past = key('past', ARGV[i])
  if redis.call('HGET', past, 'asker') == user then
    redis.call('DEL', past)
    erased[#erased + 1] = ARGV[i]
  else
    ratings = ratings + redis.call('HDEL', past, 'f:' .. user)
  end
end
return { erased, tostring(ratings) }
