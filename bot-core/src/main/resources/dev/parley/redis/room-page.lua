-- Some of the posts of a room after a place in it, oldest first, each with its own place.
local room, after, count = ARGV[1], ARGV[2], ARGV[3]
local posts = redis.call('XRANGE', key('posts', room), after == '' and '-' or '(' .. after, '+', 'COUNT', count)
for i, post in ipairs(posts) do
  posts[i] = { post[1], post[2][2] }
end
return posts
