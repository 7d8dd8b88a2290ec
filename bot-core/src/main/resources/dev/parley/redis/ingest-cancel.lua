-- Does away with all that is known of a job.
drop(ARGV[1])
return 'gone'
