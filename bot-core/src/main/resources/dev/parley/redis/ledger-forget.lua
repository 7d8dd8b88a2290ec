-- Forgets whose rows of the ledger these are: the amounts stay, under a number that says nothing. What
-- was to be told to them goes.
local held = redis.call('HGETALL', noticesHeld)
for i = 1, #held, 2 do
  if cjson.decode(held[i + 1]).user == ARGV[1] then
    dropNotice(held[i])
  end
end
local number = redis.call('HGET', tenant .. ':accounts', ARGV[1])
if not number then
  return '0'
end
redis.call('HDEL', tenant .. ':accounts', ARGV[1])
redis.call('HDEL', tenant .. ':people', number)
redis.call('UNLINK', key('rows', number))
return '1'
