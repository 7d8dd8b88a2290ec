-- Has a tenant looked at from a time on, or earlier.
wake(ARGV[1], tonumber(ARGV[2]))
return 'woken'
