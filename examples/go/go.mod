module example.com/job

go 1.18

require example.com/carto/client v0.0.0

replace example.com/carto/client => ./client
