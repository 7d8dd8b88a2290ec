-- What changed since a point, or all there is where the way from there is not known.
local history, point = ARGV[1], tonumber(ARGV[2])
local known = redis.call('HMGET', shelf, 'history', 'last', 'forgotten')
local now, last, forgotten = known[1] or '', known[2] or '0', tonumber(known[3] or 0)
if now == '' or history ~= now or point > tonumber(last) or point < forgotten then
  return { now, last, 'all', redis.call('HKEYS', documents) }
end
return { now, last, 'some', redis.call('ZRANGEBYSCORE', changed, '(' .. whole(point), '+inf') }
