package de.quartierwerk.registry.spaceimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

/** GeoPackages that are odd, damaged or hostile. */
class GeoPackageFaultsTest {
    private static final String OPTIONS = "'layer':'raeume','key':{'property':'RAUMNAME'},'nameProperty':'RAUMNAME'";

    @TempDir
    Path folder;

    @Test
    void readsADatabaseWhoseLogIsMissing() throws Exception {
        Path file = changed("pragma journal_mode = wal");
        assertThat(folder.resolve("file.gpkg-wal")).doesNotExist();

        assertThat(SpaceRows.read(file, TestOptions.of(OPTIONS)).rows()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void asksForTheSystemThatThePackageDoesNotKnow(int system) throws Exception {
        Path file = changed(
                "update gpkg_geometry_columns set srs_id = " + system, "update gpkg_contents set srs_id = " + system);

        refuses(file, OPTIONS, "import.crs-missing");
        assertThat(SpaceRows.read(file, TestOptions.of(OPTIONS + ",'crs':'EPSG:25833'"))
                        .rows())
                .isNotEmpty();
    }

    @Test
    void runsNoTriggersAndReadsNoViews() throws Exception {
        Path file = changed(
                "create trigger spy after update on raeume begin delete from bezirke; end",
                "create view looks as select * from raeume",
                "update gpkg_contents set table_name = 'looks' where table_name = 'bezirke'",
                "update gpkg_geometry_columns set table_name = 'looks' where table_name = 'bezirke'");

        assertThat(SpaceRows.read(file, TestOptions.of(OPTIONS)).rows()).isNotEmpty();
        refuses(file, OPTIONS.replace("'raeume'", "'looks'"), "import.layer-unknown");
    }

    @Test
    void refusesADatabaseThatIsNoGeoPackage() throws Exception {
        Path file = folder.resolve("only.sqlite");
        database(file, "create table raeume (geom blob, name text)");

        refuses(file, OPTIONS, "import.geopackage-none");
    }

    @Test
    void tellsEmptyAndMissingGeometries() throws Exception {
        Path file = changed(
                "update raeume set geom = null where fid = 1",
                // header with the flag of an empty geometry, and a polygon without rings
                "update raeume set geom = x'475000116965000001030000000000000000' where fid = 2",
                "update raeume set geom = x'00' where fid = 3");

        SpaceRows rows = SpaceRows.read(file, TestOptions.of(OPTIONS));

        assertThat(rows.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(finding -> finding.row() + " " + finding.code())
                .contains("1 geometry-missing", "2 geometry-missing");
        assertThat(rows.rows()).extracting(SpaceRow::row).doesNotContain(1, 2, 3);
    }

    private static void refuses(Path file, String options, String code) {
        assertThatExceptionOfType(FileFault.class)
                .isThrownBy(() -> SpaceRows.read(file, TestOptions.of(options)))
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    }

    Path changed(String... statements) throws IOException {
        Path file = Files.copy(Path.of("src/test/resources/geofile/two-layers.gpkg"), folder.resolve("file.gpkg"));
        database(file, statements);
        return file;
    }

    static void database(Path file, String... statements) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        Jdbi.create(source).useHandle(database -> {
            // those of the package's index call functions that only GIS programs have
            database.select("select name from sqlite_schema where type = 'trigger'")
                    .mapTo(String.class)
                    .list()
                    .forEach(trigger -> database.execute("drop trigger \"" + trigger + "\""));
            List.of(statements).forEach(database::execute);
        });
    }
}
