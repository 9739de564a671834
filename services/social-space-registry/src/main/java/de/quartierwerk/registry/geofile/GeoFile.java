package de.quartierwerk.registry.geofile;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file with one or several layers. */
public interface GeoFile extends Closeable {
    /** Layers that hold features, in the file's order. */
    List<Layer> layers();

    /** Hands over the features of a layer one by one. */
    void read(Layer layer, FeatureConsumer consumer) throws BrokenFile, IOException;

    /** Takes a feature. */
    interface FeatureConsumer {
        void accept(GeoFeature feature);
    }

    /** Whether the format keeps the beginnings of long column names only. */
    default boolean cutsNames() {
        return false;
    }

    /** The column in which the format itself numbers the features of a layer; it is no attribute of theirs. */
    default Optional<String> numberColumn(Layer layer) throws BrokenFile {
        return Optional.empty();
    }
}
