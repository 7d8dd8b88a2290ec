-- Lets a thread's history begin with the exchange that it hangs from, unless it has begun or was
-- reset before, or somebody was forgotten while it was read.
local conversation, token, exchange = ARGV[1], ARGV[2], ARGV[3]

-- Whether somebody said something of it who was forgotten since the turn began.
local function forgotten()
  local people = redis.call('HGET', key('turn', conversation), 'forgotten') or ''
  for named in people:gmatch('[^\31]+') do
    if exchange:find(named, 1, true) then
      return true
    end
  end
  return false
end

if owns(conversation, token) and epoch(conversation) == '0'
    and not forgotten()
    and redis.call('EXISTS', key('history', conversation)) == 0 then
  redis.call('RPUSH', key('history', conversation), exchange)
end
return redis.call('LRANGE', key('history', conversation), 0, -1)
