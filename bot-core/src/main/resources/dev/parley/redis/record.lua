-- Keeps a value in the journal of a turn: in the place of the one before, or unless there is one.
local conversation, token, name, value, set = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
if not owns(conversation, token) then
  return 'lost'
end
redis.call(set, key('turn', conversation), 'j:' .. name, value)
return 'kept'
