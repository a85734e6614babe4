interface SearchPaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const SearchPalette = ({ opened, onClose }: SearchPaletteProps) =>
  opened ? <button type="button" onClick={onClose} /> : null;

export default SearchPalette;
