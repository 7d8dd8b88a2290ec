-- Keeps a value in the journal of a turn, unless its name has one.
local conversation, token, name, value = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
if not owns(conversation, token) then
  return 'lost'
end
redis.call('HSETNX', key('turn', conversation), 'j:' .. name, value)
return 'kept'
