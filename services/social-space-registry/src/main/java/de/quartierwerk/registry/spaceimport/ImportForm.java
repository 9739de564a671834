package de.quartierwerk.registry.spaceimport;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The parts of an upload. */
@Schema(name = "SpaceImportForm", description = "A file and how it is to be read")
public class ImportForm {
    @RestForm("file")
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            required = true,
            description =
                    "GeoJSON (a FeatureCollection, a Feature, or Features one after the other), a zipped shapefile, a GeoPackage,"
                            + " or CSV `key;name;parent`; text may be packed by gzip")
    @Nullable
    FileUpload file;

    @RestForm("options")
    @Schema(required = true, implementation = ImportRequest.class)
    @Nullable
    String options;
}
