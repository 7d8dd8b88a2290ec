-- Writes down what somebody did.
if not isDone(ARGV[1]) then
  writeDown(ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5])
end
return 'noted'
