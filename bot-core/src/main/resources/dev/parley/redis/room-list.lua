-- The rooms with posts, the latest first. Those whose posts are gone leave the list.
local rooms = {}
for _, room in ipairs(redis.call('ZREVRANGE', tenant .. ':rooms', 0, ARGV[1] - 1)) do
  if redis.call('EXISTS', key('posts', room)) == 1 then
    rooms[#rooms + 1] = room
  else
    redis.call('ZREM', tenant .. ':rooms', room)
  end
end
return rooms
