-- Settles a reservation: at what the call took, at its worst case, or at nothing.
local id, how = ARGV[1], ARGV[2]

-- Lets the next call of a turn count as its request, where this one counted and was not billed.
local function uncount(reservation)
  local turn = reservation.turn and key('turn', reservation.conversation)
  if turn and reservation.amounts.requests > 0
      and redis.call('HGET', turn, 'id') == reservation.turn then
    redis.call('HDEL', turn, 'counted')
  end
end

local json = redis.call('HGET', held, id)
if not json then
  return {}
end
if how == 'free' then
  local reservation = cjson.decode(json)
  free(id, reservation)
  uncount(reservation)
  return {}
end
if how == 'worst' then
  return estimate(id)
end
return settle(id, cjson.decode(ARGV[3]), how == 'exact')
