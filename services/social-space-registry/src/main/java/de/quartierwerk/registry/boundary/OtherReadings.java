package de.quartierwerk.registry.boundary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * How else the numbers of a file could be meant: with x and y turned round, or in another system. Not for use by
 * several threads at once.
 */
public final class OtherReadings {
    private static final int METRE_DECIMALS = 1000;

    private final Crs crs;
    private final Map<Crs, Positions> systems = new EnumMap<>(Crs.class);
    private final Projection fromWgs84;

    /** Other readings of a file that was read in this system. */
    public OtherReadings(Crs crs) {
        this.crs = crs;
        this.fromWgs84 = Projection.fromWgs84(crs);
    }

    /**
     * Says what is wrong with a position if, read otherwise, it lies where it should.
     *
     * @param x first number in the file
     * @param y second number in the file
     * @param expected whether a position in WGS84 lies where it should
     * @return {@code axes-swapped}, {@code crs-suspect}, or nothing
     */
    public Optional<BoundaryFault> find(double x, double y, Predicate<Coordinate> expected) {
        String shown = shown(x, y);
        Optional<Coordinate> turned = read(crs, y, x).filter(expected);
        if (turned.isPresent()) {
            LonLat place = LonLat.of(turned.get());
            return Optional.of(BoundaryFault.of("axes-swapped", shown, place, shown, place.lon(), place.lat()));
        }
        List<String> names = new ArrayList<>();
        LonLat place = null;
        for (Crs other : Crs.values()) {
            Optional<Coordinate> position =
                    other == crs ? Optional.empty() : read(other, x, y).filter(expected);
            if (position.isPresent()) {
                names.add(other.code());
                place = place == null ? LonLat.of(position.get()) : place;
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        BoundaryFault.of("crs-suspect", shown, place, shown, crs.code(), String.join(", ", names)));
    }

    /** The same for a position that was read already. */
    public Optional<BoundaryFault> find(LonLat read, Predicate<Coordinate> expected) {
        ProjCoordinate inFile = fromWgs84.apply(read.lon(), read.lat());
        return find(inFile.x, inFile.y, expected);
    }

    /** A position in the file's own numbers. */
    public String inFile(LonLat place) {
        if (crs == Crs.EPSG_4326) {
            return place.lon() + " " + place.lat();
        }
        ProjCoordinate inFile = fromWgs84.apply(place.lon(), place.lat());
        return shown(inFile.x, inFile.y);
    }

    /** Two numbers of the file, to seven decimals of a degree or three of a metre. */
    String shown(double x, double y) {
        return plain(x) + " " + plain(y);
    }

    private String plain(double number) {
        boolean degrees = crs == Crs.EPSG_4326 || crs == Crs.EPSG_4258;
        return DeliveredBoundary.plain(
                degrees ? LonLat.rounded(number) : Math.round(number * METRE_DECIMALS) / (double) METRE_DECIMALS);
    }

    private Optional<Coordinate> read(Crs system, double x, double y) {
        return systems.computeIfAbsent(system, Positions::new).inWgs84(x, y);
    }
}
