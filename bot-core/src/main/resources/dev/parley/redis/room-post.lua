-- Adds a post once, in place of the draft with its id. The ids of posts outlive the posts by far.
local room, id, post, mostPosts, topic, change = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local forget = ARGV[7]
local order = redis.call('INCR', tenant .. ':room-order')
redis.call('HDEL', key('drafts', room), id)
if redis.call('ZADD', key('posted', room), 'NX', order, id) == 1 then
  redis.call('XADD', key('posts', room), 'MAXLEN', '~', mostPosts, '*', 'post', post)
  redis.call('ZREMRANGEBYRANK', key('posted', room), 0, -4 * mostPosts - 1)
  redis.call('ZADD', tenant .. ':rooms', order, room)
end
for _, kind in ipairs({ 'posts', 'posted' }) do
  if forget == '0' then
    redis.call('PERSIST', key(kind, room))
  else
    redis.call('PEXPIRE', key(kind, room), forget)
  end
end
redis.call('PUBLISH', topic, change)
return 'posted'
