-- Somebody was told, or nobody can be.
dropNotice(ARGV[1])
return 'told'
