import Skeleton from "@mui/material/Skeleton";

export function SettingsSkeleton() {
  return (
    <>
      <Skeleton height={320} />
      <Skeleton height={360} />
      <Skeleton height={280} />
    </>
  );
}
