package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Crs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that a small file holds. */
record SpaceRows(FileContent content, List<SpaceRow> rows, List<Finding> findings) {
    static SpaceRows read(Path file, ImportOptions options) throws FileFault, IOException {
        List<SpaceRow> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        FileContent content = SpaceFile.read(file, options, into(rows, findings));
        return new SpaceRows(content, rows, findings);
    }

    static RowSink into(List<SpaceRow> rows, List<Finding> findings) {
        return new RowSink() {
            @Override
            public void row(SpaceRow row) {
                rows.add(row);
            }

            @Override
            public void finding(Finding finding) {
                findings.add(finding);
            }
        };
    }

    int received() {
        return content.received();
    }

    boolean partial() {
        return content.partial();
    }

    boolean parentStated() {
        return content.parentStated();
    }

    Crs crs() {
        return content.crs();
    }
}
