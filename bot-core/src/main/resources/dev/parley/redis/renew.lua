-- Extends leases, and says of each what became of it.
local states = {}
for i = 2, #ARGV, 2 do
  local conversation, token = ARGV[i], ARGV[i + 1]
  local turn = redis.call('HMGET', key('turn', conversation), 'token', 'stop')
  if turn[1] ~= token then
    states[#states + 1] = 'lost'
  else
    lease(conversation, ARGV[1])
    states[#states + 1] = turn[2] and 'stopped' or 'held'
  end
end
return states
