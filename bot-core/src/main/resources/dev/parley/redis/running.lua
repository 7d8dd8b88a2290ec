-- The turn that runs in a place, whichever of its conversations it belongs to.
local channel, thread = ARGV[1], ARGV[2]
for i = 3, #ARGV do
  local turn = redis.call('HMGET', key('turn', ARGV[i]), 'id', 'entries', 'answer')
  if turn[1] and not turn[3] then
    local id, rest = parts(turn[2])
    local where, root = rest:match('^[^\31]*\31([^\31]*)\31([^\31]*)')
    if where == channel and (root == thread or id == thread) then
      return ARGV[i] .. '\31' .. turn[1]
    end
  end
end
return ''
