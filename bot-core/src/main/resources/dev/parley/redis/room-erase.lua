-- Erases posts of a room by their places in it.
local posts = key('posts', ARGV[1])
local erased = redis.call('XDEL', posts, unpack(ARGV, 2))
if redis.call('XLEN', posts) == 0 then
  redis.call('DEL', posts)
  redis.call('ZREM', tenant .. ':rooms', ARGV[1])
end
return tostring(erased)
