# Makes excel-writer.xlsx, with Excel::Writer::XLSX.
use strict;
use warnings;
use utf8;
use FindBin;
use Excel::Writer::XLSX;

my $book = Excel::Writer::XLSX->new("$FindBin::Bin/excel-writer.xlsx");
my $bold = $book->add_format( bold => 1 );
sub shown { return $book->add_format( num_format => $_[0] ) }
my $day = shown('yyyy-mm-dd');

my $goals = $book->add_worksheet('Goals');
$goals->merge_range( 'A1:F1', 'Plan of 2026', $bold );
$goals->write_row( 'A3', [ 'Team', 'Goal', 'Owner', 'Start', 'Due', 'Current' ] );
$goals->merge_range( 'A4:A5', 'North', $bold );
$goals->write_rich_string( 'B4', 'Win ', $bold, 'three', ' ports' );
$goals->write( 'C4', 'Ann Berg' );
$goals->write_date_time( 'D4', '2026-01-01T', shown('d.m.yyyy') );
$goals->write_date_time( 'E4', '2026-12-31T17:45', shown('yyyy-mm-dd hh:mm') );
$goals->write( 'F4', 0.4, shown('0%') );
$goals->write( 'B5', 'Café “Ünï” 😀 & <b>' );
$goals->write_url( 'C5', 'https://example.com/a?b=1&c=2', undef, 'Ben Oduya' );
$goals->write_date_time( 'D5', '2026-02-28T', shown('d-mmm-yy') );
$goals->write_date_time( 'E5', '2026-06-30T', shown('[$-409]mmmm d, yyyy;@') );
$goals->write( 'F5', 1234.5, shown('#,##0.00\ "€"') );
$goals->write_row( 'A6', [ 'South', "two\nlines" ] );
$goals->write_string( 'C6', '007' );
$goals->write_date_time( 'D6', '2026-03-01T', shown('mm-dd-yy') );
$goals->write( 'E6', 'TBD', $day );
$goals->write( 'F6', -3 );
$goals->freeze_panes( 3, 0 );

my $milestones = $book->add_worksheet('Milestones');
$milestones->write_row( 'A1', [ 'Lead', 'Milestone', 'Due', 'Done', 'Hours', 'Result' ] );
$milestones->write_formula( 'A2', '=Goals!C4', undef, 'Ann Berg' );
$milestones->write( 'B2', 'Sign' );
$milestones->write_formula( 'C2', '=DATE(2026,3,31)', $day, 46112 );
$milestones->write_boolean( 'D2', 1 );
$milestones->write( 'E2', 1.5, shown('[h]:mm') );
$milestones->write_formula( 'F2', '=0*1', undef, 0 );
$milestones->write_formula( 'A3', '=1+1', undef, '' );
$milestones->write( 'B3', 'Build' );
$milestones->write_formula( 'C3', '=C2+30', $day, 46142 );
$milestones->write_boolean( 'D3', 0 );
$milestones->write( 'E3', 0.40625, shown('h:mm') );
$milestones->write_formula( 'F3', '="a"&"b"', undef, 'ab' );
$milestones->write_array_formula( 'A4:A4', '{=SUM(E2:E2*2)}', undef, 3 );
$milestones->write( 'B4', 'Open' );
$milestones->write_formula( 'C4', '=C3+30', $day, 46172 );
$milestones->write_formula( 'D4', '=1=2', undef, 'FALSE' );
$milestones->write_formula( 'E4', '=1/0', undef, '#DIV/0!' );
$milestones->write_formula( 'F4', '=NA()', undef, '#N/A' );
my $chart = $book->add_chart( type => 'bar', embedded => 1 );
$chart->add_series( values => '=Milestones!$E$2:$E$3' );
$milestones->insert_chart( 'H2', $chart );

my $actions = $book->add_worksheet('Actions');
$actions->add_table( 'A1:D3', { columns => [ map { { header => $_ } } qw(Action Owner Due Status) ] } );
my $row = 1;
for ( [ 'Call', 'Ann Berg', '2026-04-01T', 'done' ], [ 'Write', 'Ben Oduya', '2026-04-02T', 'open' ] ) {
    my ( $action, $owner, $due, $status ) = @$_;
    $actions->write_row( $row, 0, [ $action, $owner ] );
    $actions->write_date_time( $row, 2, $due, $day );
    $actions->write( $row++, 3, $status );
}
$actions->write_comment( 'B2', 'A note', author => 'Ann Berg' );
$actions->data_validation( 'D2:D1048576', { validate => 'list', source => '=Lists!$A$1:$A$2' } );
$actions->set_row( 2, undef, undef, 1 );
$actions->set_column( 'D:D', 12, undef, 1 );
my $lists = $book->add_worksheet('Lists');
$lists->write_col( 'A1', [ 'open', 'done' ] );
$lists->hide();
$book->close();
