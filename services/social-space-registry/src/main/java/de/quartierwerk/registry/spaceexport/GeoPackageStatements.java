package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.registry.boundary.Crs;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Writes the tables of a <a href="https://www.geopackage.org/spec131/">GeoPackage 1.3</a> into an empty file. */
final class GeoPackageStatements implements Closeable {
    private static final int APPLICATION_ID = 0x47504B47;
    private static final int VERSION = 10300;
    private static final int ROWS_AT_ONCE = 500;

    private static final List<String> SCHEMA = List.of("""
            create table gpkg_spatial_ref_sys (srs_name TEXT not null, srs_id INTEGER primary key,
                organization TEXT not null, organization_coordsys_id INTEGER not null, definition TEXT not null,
                description TEXT)""", """
            create table gpkg_contents (table_name TEXT not null primary key, data_type TEXT not null,
                identifier TEXT unique, description TEXT default '',
                last_change DATETIME not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
                min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
                constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id))""", """
            create table gpkg_geometry_columns (table_name TEXT not null, column_name TEXT not null,
                geometry_type_name TEXT not null, srs_id INTEGER not null, z TINYINT not null, m TINYINT not null,
                constraint pk_geom_cols primary key (table_name, column_name),
                constraint uk_gc_table_name unique (table_name),
                constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
                constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id))""", """
            create table gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT not null,
                definition TEXT not null, scope TEXT not null,
                constraint ge_tce unique (table_name, column_name, extension_name))""", """
            create table gpkg_metadata (id INTEGER constraint m_pk primary key asc not null,
                md_scope TEXT not null default 'dataset', md_standard_uri TEXT not null,
                mime_type TEXT not null default 'text/xml', metadata TEXT not null default '')""", """
            create table gpkg_metadata_reference (reference_scope TEXT not null, table_name TEXT, column_name TEXT,
                row_id_value INTEGER, timestamp DATETIME not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
                md_file_id INTEGER not null, md_parent_id INTEGER,
                constraint crmr_mfi_fk foreign key (md_file_id) references gpkg_metadata(id),
                constraint crmr_mpi_fk foreign key (md_parent_id) references gpkg_metadata(id))""");

    private final Handle database;

    GeoPackageStatements(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setApplicationId(APPLICATION_ID);
        config.setUserVersion(VERSION);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        database = Jdbi.open(source);
        SCHEMA.forEach(database::execute);
    }

    /** A column beside number and boundary. */
    record Column(String name, String type) {}

    void addSystem(int id, String name, String organization, int number, String definition) {
        database.execute(
                "insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, null)",
                name,
                id,
                organization,
                number,
                definition);
    }

    /** Adds an empty layer. */
    void addLayer(String name, String description, String changed, Crs crs, List<Column> columns) {
        int system = CrsDefinitions.number(crs);
        database.execute(
                "insert into gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)"
                        + " values (?, 'features', ?, ?, ?, ?)",
                name,
                name,
                description,
                changed,
                system);
        String definitions = columns.stream()
                .map(column -> ", " + quoted(column.name()) + " " + column.type())
                .collect(Collectors.joining());
        database.execute("create table " + quoted(name)
                + " (fid INTEGER primary key autoincrement not null, geom MULTIPOLYGON" + definitions + ")");
        database.execute("insert into gpkg_geometry_columns values (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)", name, system);
    }

    /** Rows of a layer, in the order of its columns; the first is the boundary. */
    void addRows(String layer, List<Column> columns, Iterator<List<@Nullable Object>> rows) {
        String places = String.join(", ", Collections.nCopies(columns.size() + 1, "?"));
        String names =
                columns.stream().map(column -> ", " + quoted(column.name())).collect(Collectors.joining());
        database.useTransaction(inside -> {
            PreparedBatch batch = inside.prepareBatch(
                    "insert into " + quoted(layer) + " (geom" + names + ") values (" + places + ")");
            while (rows.hasNext()) {
                batch.add(rows.next().toArray());
                if (batch.size() == ROWS_AT_ONCE) {
                    batch.execute();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    void setExtent(String layer, Envelope extent) {
        database.execute(
                "update gpkg_contents set min_x = ?, min_y = ?, max_x = ?, max_y = ? where table_name = ?",
                extent.getMinX(),
                extent.getMinY(),
                extent.getMaxX(),
                extent.getMaxY(),
                layer);
    }

    /** A text about the whole file. */
    void addMetadata(String text, String changed) {
        String definition = "http://www.geopackage.org/spec131/#extension_metadata";
        for (String table : List.of("gpkg_metadata", "gpkg_metadata_reference")) {
            database.execute(
                    "insert into gpkg_extensions values (?, null, 'gpkg_metadata', ?, 'read-write')",
                    table,
                    definition);
        }
        database.execute(
                "insert into gpkg_metadata values (1, 'dataset', 'https://www.dublincore.org/', 'text/plain', ?)",
                text);
        database.execute(
                "insert into gpkg_metadata_reference values ('geopackage', null, null, null, ?, 1, null)", changed);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        database.close();
    }
}
