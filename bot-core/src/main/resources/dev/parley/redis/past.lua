-- What the scripts share that come back to a turn which was answered.

-- What is kept of a turn, and whether somebody may change something about it.
local function recall(id, by, manages)
  local past = redis.call('HMGET', key('past', id), 'conversation', 'asker', 'epoch', 'remembered')
  if not past[1] or epoch(past[1]) ~= past[3] then
    return nil
  end
  return { conversation = past[1], remembered = past[4], allowed = past[2] == by or manages == '1' }
end
