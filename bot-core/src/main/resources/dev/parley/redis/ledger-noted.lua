-- Rows that were noted as an account's, from one until before another, oldest first; and after which
-- one to go on, where that is not the end.
local account, from, to, count = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local noted = key('rows', account)

local function isBefore(row, other)
  local millis, number = row:match('^(%d+)-(%d+)$')
  local otherMillis, otherNumber = other:match('^(%d+)-(%d+)$')
  if millis ~= otherMillis then
    return tonumber(millis) < tonumber(otherMillis)
  end
  return tonumber(number) < tonumber(otherNumber)
end

local first, past = 0, redis.call('LLEN', noted)
while first < past do
  local middle = math.floor((first + past) / 2)
  if isBefore(redis.call('LINDEX', noted, middle), from) then
    first = middle + 1
  else
    past = middle
  end
end

local ids, rows = redis.call('LRANGE', noted, first, first + count - 1), {}
for _, id in ipairs(ids) do
  if not isBefore(id, to) then
    return { rows, '' }
  end
  rows[#rows + 1] = redis.call('XRANGE', tenant .. ':ledger', id, id)[1]
end
return { rows, #ids == count and ids[#ids] or '' }
