-- Gives a turn back: its owner is not lost, so the next claim does not count as a take-over.
local conversation, token, topic = ARGV[1], ARGV[2], ARGV[3]
if owns(conversation, token) then
  redis.call('HSET', key('turn', conversation), 'token', '', 'released', '1')
  ready(conversation, topic)
end
return 'released'
