-- Forgets whose rows of the ledger these are: the amounts stay, under a number that says nothing.
local number = redis.call('HGET', tenant .. ':accounts', ARGV[1])
if not number then
  return '0'
end
redis.call('HDEL', tenant .. ':accounts', ARGV[1])
redis.call('HDEL', tenant .. ':people', number)
redis.call('UNLINK', key('rows', number))
return '1'
